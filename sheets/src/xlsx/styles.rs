//! How cells look: a few sober styles, inputs apart from what is calculated.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The least height of a row, in pixels.
pub const FONT_HEIGHT: u32 = 18;

/// `# ##0,00 €`, as Excel itself writes it for France.
const EUROS: &str = "#,##0.00\\ [$€-40C]";

/// The same where a sum is a least one: nothing yet is not 0 €.
const EUROS_AT_LEAST: &str = "#,##0.00\\ [$€-40C];-#,##0.00\\ [$€-40C];\"à chiffrer\"";

const ACCENT: u32 = 0x0B_5A_4B;
const ACCENT_SOFT: u32 = 0xE4_F1_ED;
const INPUT_GROUND: u32 = 0xFF_F6_D6;
const INPUT_INK: u32 = 0x1B_4F_C4;
const SOFT_INK: u32 = 0x4A_52_4D;
const RULE: u32 = 0xD6_D2_C6;

/// Every style.
pub struct Styles {
    pub text: Format,
    pub title: Format,
    pub about: Format,
    pub note: Format,
    pub heading: Format,
    pub section: Format,
    pub cell: Format,
    pub indented: Format,
    pub centred: Format,
    pub soft: Format,
    pub soft_indented: Format,
    pub word: Format,
    pub count: Format,
    pub euros: Format,
    pub share: Format,
    pub helper: Format,
    pub label: Format,
    pub input: Format,
    pub input_euros: Format,
    pub input_rate: Format,
    pub total_label: Format,
    pub total: Format,
    pub total_at_least: Format,
    pub total_count: Format,
    pub total_counted: Format,
    pub total_share: Format,
    pub grand_label: Format,
    pub grand: Format,
    pub grand_at_least: Format,
}

impl Styles {
    pub fn new() -> Styles {
        let text = Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::VerticalCenter);
        let ruled = text.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
        let cell = ruled.clone().set_text_wrap();
        let right = ruled.clone().set_align(FormatAlign::Right);
        let euros = right.clone().set_num_format(EUROS);
        let input = right.clone().set_font_color(INPUT_INK).set_background_color(INPUT_GROUND);
        let sum = text.clone().set_bold().set_background_color(ACCENT_SOFT);
        let grand = text
            .clone()
            .set_bold()
            .set_font_size(11)
            .set_font_color(0xFF_FF_FF)
            .set_background_color(ACCENT)
            .set_align(FormatAlign::VerticalCenter);
        Styles {
            title: text.clone().set_bold().set_font_size(16).set_font_color(ACCENT),
            about: text.clone().set_font_size(10),
            note: text.clone().set_font_size(9).set_font_color(SOFT_INK).set_text_wrap(),
            heading: text
                .clone()
                .set_bold()
                .set_font_color(ACCENT)
                .set_background_color(ACCENT_SOFT)
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(ACCENT),
            section: text.clone().set_bold().set_font_color(ACCENT).set_font_size(11),
            indented: cell.clone().set_indent(1),
            centred: cell.clone().set_align(FormatAlign::Center),
            soft: cell.clone().set_font_size(9).set_font_color(SOFT_INK),
            soft_indented: cell.clone().set_font_size(9).set_font_color(SOFT_INK).set_indent(1),
            word: right.clone().set_italic().set_font_color(SOFT_INK),
            count: right.clone().set_num_format("#,##0"),
            share: right.clone().set_num_format("0.00%"),
            helper: right.clone().set_font_size(8).set_font_color(0x9A_9A_9A),
            label: text.clone().set_align(FormatAlign::Right).set_bold(),
            input_euros: input.clone().set_num_format(EUROS),
            input_rate: input.clone().set_bold(),
            input,
            total_label: sum.clone(),
            total: sum.clone().set_align(FormatAlign::Right).set_num_format(EUROS),
            total_at_least: sum.clone().set_align(FormatAlign::Right).set_num_format(EUROS_AT_LEAST),
            total_count: sum.clone().set_align(FormatAlign::Right).set_num_format("#,##0"),
            total_counted: sum.clone().set_align(FormatAlign::Center).set_num_format("#,##0"),
            total_share: sum.set_align(FormatAlign::Right).set_num_format("0.00%"),
            grand_label: grand.clone(),
            grand: grand.clone().set_align(FormatAlign::Right).set_num_format(EUROS),
            grand_at_least: grand.set_align(FormatAlign::Right).set_num_format(EUROS_AT_LEAST),
            cell,
            euros,
            text,
        }
    }
}
