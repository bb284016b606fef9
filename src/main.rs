//! Starts the page in the browser. Natively, writes what stands there before: see `simulateur::early::still`.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
fn main() {
    simulateur::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let Some(day) = std::env::args().nth(1) else {
        eprintln!("The page runs in a browser: use `cargo xtask serve`. For its first view as HTML, name a day.");
        return std::process::ExitCode::FAILURE;
    };
    print!("{}", simulateur::early::still::page(&day).join("\0"));
    std::process::ExitCode::SUCCESS
}
