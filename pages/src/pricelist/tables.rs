//! How the rows of an annexe fall into printed tables: a service, its options, and the columns they share.

use engine::catalogue::{Asked, Edition, Grid, Price, Rule, ScaleIx, Service};

/// A service with its options, and their rows as tables.
pub struct Block<'c> {
    /// The service.
    pub base: &'c Service,
    options: Vec<&'c Service>,
    /// Every row of it and of its options, once.
    pub tables: Vec<Table<'c>>,
}

/// A table.
pub enum Table<'c> {
    /// Two scales.
    Grid(&'c Service, &'c Price, &'c Grid),
    /// Rows under the columns of one scale, or under a single one.
    Rows {
        /// The scale that heads the columns.
        scale: Option<ScaleIx>,
        /// The rows, service by service.
        parts: Vec<(&'c Service, Vec<&'c Price>)>,
    },
}

/// The blocks of an annexe, in the order of the list.
pub fn blocks(edition: &Edition, annexe: u8) -> Vec<Block<'_>> {
    let bases = edition.numbered_services().filter(|(_, service)| service.option_of.is_none());
    bases
        .filter(|(_, base)| base.annexe == annexe)
        .map(|(ix, base)| {
            let options: Vec<&Service> =
                edition.services.iter().filter(|service| service.option_of == Some(ix)).collect();
            let tables = tables(base, &options);
            Block { base, options, tables }
        })
        .collect()
}

impl<'c> Block<'c> {
    /// The service, then its options.
    pub fn services(&self) -> impl Iterator<Item = &'c Service> {
        std::iter::once(self.base).chain(self.options.iter().copied())
    }

    /// The annexe and the title of the printed table.
    pub fn source(&self) -> &'c str {
        self.base.prices.first().map_or("", |price| price.source.as_str())
    }

    /// Whether a price of it depends on how many bodies of a territory count.
    pub fn is_counted(&self, edition: &Edition) -> bool {
        let fields = self.services().flat_map(|service| service.fields(edition));
        fields.into_iter().any(|field| matches!(edition.field(field).asked, Asked::Derived(_)))
    }
}

/// Rows one after the other, in a new table whenever the columns change.
fn tables<'c>(base: &'c Service, options: &[&'c Service]) -> Vec<Table<'c>> {
    let mut tables: Vec<Table<'c>> = Vec::new();
    let services: Vec<&Service> = std::iter::once(base).chain(options.iter().copied()).collect();
    for (place, service) in services.iter().enumerate() {
        for price in &service.prices {
            if let Rule::Grid(grid) = &price.rule {
                tables.push(Table::Grid(service, price, grid));
                continue;
            }
            // A row of a single amount stands under the columns of its neighbours: those of its own
            // service, of an option after it, or of the table before it.
            let own = columns(price).or_else(|| of_service(service));
            let ahead = || services.iter().skip(place).copied().find_map(of_service).filter(|_| place > 0);
            add(&mut tables, own.or_else(ahead), service, price);
        }
    }
    tables
}

fn add<'c>(tables: &mut Vec<Table<'c>>, wanted: Option<ScaleIx>, service: &'c Service, price: &'c Price) {
    if let Some(Table::Rows { scale, parts }) = tables.last_mut()
        && (wanted.is_none() || *scale == wanted)
    {
        match parts.last_mut().filter(|(last, _)| std::ptr::eq(*last, service)) {
            Some((_, rows)) => rows.push(price),
            None => parts.push((service, vec![price])),
        }
        return;
    }
    tables.push(Table::Rows { scale: wanted, parts: vec![(service, vec![price])] });
}

fn of_service(service: &Service) -> Option<ScaleIx> {
    service.prices.iter().find_map(columns)
}

fn columns(price: &Price) -> Option<ScaleIx> {
    match &price.rule {
        Rule::Columns(scale, ..) => Some(*scale),
        _ => None,
    }
}
