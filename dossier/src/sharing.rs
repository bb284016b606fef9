//! By what a territory's bill is shared out.

/// By what a territory's bill is shared out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sharing {
    /// The same for each body.
    Equal,
    /// By inhabitants.
    #[default]
    Inhabitants,
    /// By what each commune would pay by itself.
    Alone,
    /// By parts that the visitor types.
    ByHand,
}

impl Sharing {
    /// Every way.
    pub const ALL: [Sharing; 4] = [Self::Equal, Self::Inhabitants, Self::Alone, Self::ByHand];

    /// Its id in links and files: never changed.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Inhabitants => "inhabitants",
            Self::Alone => "alone",
            Self::ByHand => "hand",
        }
    }

    /// The way of that id.
    pub fn from_id(id: &str) -> Option<Sharing> {
        Self::ALL.into_iter().find(|sharing| sharing.id() == id)
    }
}
