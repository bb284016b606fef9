//! Remarks in French, each a sentence that says what to do about it.

use super::{Need, QuoteReason, Remark};
use crate::catalogue::{Edition, FieldIx, FieldKind, NumberKind};
use crate::french::{counted, number, quoted};
use crate::request::Membership;
use alloc::{
    format,
    string::{String, ToString},
};
use core::mem;
use rust_decimal::Decimal;

impl Remark<'_> {
    /// A stable name of the kind of remark.
    pub const fn code(&self) -> &'static str {
        match self {
            Remark::UnknownEdition(_) => "unknown-edition",
            Remark::Years { .. } => "years",
            Remark::UnknownService(_) => "unknown-service",
            Remark::UnknownField(_) => "unknown-field",
            Remark::UnknownChoice(..) => "unknown-choice",
            Remark::WrongType(_) => "wrong-type",
            Remark::BelowMinimum(..) => "below-minimum",
            Remark::AboveMaximum(..) => "above-maximum",
            Remark::TooPrecise(..) => "too-precise",
            Remark::Repeated(_) => "repeated",
            Remark::OptionAlone(..) => "option-alone",
            Remark::MembersOnly(_) => "members-only",
            Remark::Missing(..) => "missing",
            Remark::ExactBound { .. } => "exact-bound",
            Remark::OutOfList(..) => "out-of-list",
            Remark::CoveredTwice => "covered-twice",
            Remark::BilledToEpci(_) => "billed-to-epci",
            Remark::MembershipNotOffered(..) => "membership-not-offered",
            Remark::BodyWithoutInhabitants(_) => "body-without-inhabitants",
            Remark::BodyOutOfRange(..) => "body-out-of-range",
            Remark::EpciInList(_) => "epci-in-list",
            Remark::UpTo(..) => "up-to",
            Remark::CoverLimit(..) => "cover-limit",
        }
    }

    /// The field it concerns, when it concerns one.
    pub fn field(&self) -> Option<FieldIx> {
        match self {
            Remark::UnknownChoice(field, _)
            | Remark::WrongType(field)
            | Remark::BelowMinimum(field, _)
            | Remark::AboveMaximum(field, _)
            | Remark::TooPrecise(field, _)
            | Remark::ExactBound { field, .. }
            | Remark::UpTo(_, field, _)
            | Remark::Missing(_, Need::Field(field)) => Some(*field),
            Remark::OutOfList(_, QuoteReason::OutOfRange(field, _) | QuoteReason::TooMany(field, ..)) => Some(*field),
            _ => None,
        }
    }

    /// The id of the service it concerns, when it concerns one.
    pub fn service(&self) -> Option<&str> {
        match self {
            Remark::Repeated(service)
            | Remark::BilledToEpci(service)
            | Remark::OptionAlone(service, _)
            | Remark::MembersOnly(service)
            | Remark::Missing(service, _)
            | Remark::ExactBound { service, .. }
            | Remark::OutOfList(service, _)
            | Remark::UpTo(service, ..)
            | Remark::CoverLimit(service, _) => Some(&service.id),
            _ => None,
        }
    }

    /// The place of the body of the territory it concerns, from 0.
    pub const fn body(&self) -> Option<usize> {
        match self {
            Remark::BodyWithoutInhabitants(place) | Remark::BodyOutOfRange(place, _) | Remark::EpciInList(place) => {
                Some(*place)
            }
            _ => None,
        }
    }

    /// Whether two remarks are of one kind and about one place: a page shows one of them.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let place = |remark: &Self| (mem::discriminant(remark), remark.field(), remark.body());
        place(self) == place(other) && self.service() == other.service() && self.same_number(other)
    }

    /// Whether two remarks of one kind are about one number.
    fn same_number(&self, other: &Remark<'_>) -> bool {
        match (self, other) {
            (Remark::ExactBound { bound, .. }, Remark::ExactBound { bound: known, .. }) => bound == known,
            (Remark::OutOfList(_, reason), Remark::OutOfList(_, known)) => reason == known,
            _ => true,
        }
    }

    /// Whether a field's own value is refused: a page says so at the field.
    pub const fn is_about_value(&self) -> bool {
        matches!(
            self,
            Remark::UnknownChoice(..)
                | Remark::WrongType(_)
                | Remark::BelowMinimum(..)
                | Remark::AboveMaximum(..)
                | Remark::TooPrecise(..)
        )
    }

    /// Whether part of the request itself was not understood: a program should treat it as an error.
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Remark::UnknownEdition(_)
                | Remark::UnknownService(_)
                | Remark::UnknownField(_)
                | Remark::UnknownChoice(..)
                | Remark::WrongType(_)
        )
    }

    /// The remark as a sentence.
    pub fn sentence(&self, edition: &Edition) -> String {
        let label = |field: &FieldIx| quoted(&edition.field(*field).label);
        match self {
            Remark::UnknownEdition(id) => {
                format!("L'édition {} n'est pas connue : le calcul utilise celle du {}.", quoted(id), edition.id)
            }
            Remark::Years { asked, used } => {
                format!("Une période de {asked} ans n'est pas possible : le calcul porte sur {}.", span(*used))
            }
            Remark::UnknownService(id) => {
                format!("Le service {} n'existe pas dans cette édition : il est laissé de côté.", quoted(id))
            }
            Remark::UnknownField(id) => {
                format!("La donnée {} n'existe pas dans cette édition : elle est laissée de côté.", quoted(id))
            }
            Remark::UnknownChoice(field, id) => format!("{} ne propose pas {}.", label(field), quoted(id)),
            Remark::WrongType(field) => match edition.field(*field).kind {
                FieldKind::Number(_) => format!("{} attend un nombre.", label(field)),
                FieldKind::Choice(_) => format!("{} attend un choix de la liste.", label(field)),
            },
            Remark::BelowMinimum(field, _) => {
                format!("{} doit être d'au moins {}.", label(field), limit(edition, *field, true))
            }
            Remark::AboveMaximum(field, _) => {
                format!("{} ne peut pas dépasser {}.", label(field), limit(edition, *field, false))
            }
            Remark::TooPrecise(field, value) => {
                format!("{} a trop de décimales ({}) : {}.", label(field), number(*value), decimals(edition, *field))
            }
            Remark::Repeated(service) => {
                format!("{} est demandé deux fois : il est compté une fois.", quoted(&service.label))
            }
            Remark::OptionAlone(option, base) => {
                format!("{} est une option de {}, qui n'est pas choisi.", quoted(&option.label), quoted(&base.label))
            }
            Remark::MembersOnly(service) => {
                format!(
                    "{} figure à l'annexe 1, qui s'adresse aux adhérents : à confirmer sans adhésion.",
                    quoted(&service.label)
                )
            }
            Remark::Missing(service, Need::Kind) => {
                format!("Indiquez le type d'organisme pour connaître le prix de {}.", quoted(&service.label))
            }
            Remark::Missing(service, Need::Field(field)) => {
                format!("Indiquez {} pour connaître le prix de {}.", label(field), quoted(&service.label))
            }
            Remark::ExactBound { field, bound, double, .. } => exact_bound(edition, *field, *bound, *double),
            Remark::OutOfList(service, reason) => format!("{} : {}", quoted(&service.label), reason.sentence(edition)),
            Remark::CoveredTwice => {
                "L'EPCI couvre déjà cet organisme : une seconde adhésion ferait double emploi.".to_string()
            }
            Remark::BilledToEpci(_) => {
                "La participation individuelle est facturée à l'EPCI, qui doit adhérer lui aussi : \
                                        le catalogue ne dit pas ce que l'EPCI en demande à la commune."
                    .to_string()
            }
            Remark::MembershipNotOffered(kind, membership) => {
                QuoteReason::Membership(*kind, *membership).sentence(edition)
            }
            Remark::BodyWithoutInhabitants(place) => {
                format!(
                    "Organisme n° {} : indiquez ses habitants pour savoir s'il est compté.",
                    place.saturating_add(1)
                )
            }
            Remark::BodyOutOfRange(place, inhabitants) => format!(
                "Organisme n° {} : {} n'est pas possible, il n'est pas compté.",
                place.saturating_add(1),
                counted((*inhabitants).into(), if *inhabitants > 1 { "habitants" } else { "habitant" })
            ),
            Remark::EpciInList(place) => {
                format!(
                    "Organisme n° {} : un EPCI n'est pas compté parmi ses établissements publics.",
                    place.saturating_add(1)
                )
            }
            Remark::UpTo(_, field, most) => {
                format!(
                    "Ce prix vaut jusqu'à {} ; au-delà, sur devis.",
                    counted(*most, edition.field(*field).unit(*most))
                )
            }
            Remark::CoverLimit(service, first) => {
                format!(
                    "{} : l'adhésion en contient {}, les suivants sont facturés.",
                    quoted(&service.label),
                    number(*first)
                )
            }
        }
    }
}

impl QuoteReason {
    /// Why there is no price, as a sentence.
    pub fn sentence(&self, edition: &Edition) -> String {
        let label = |field: &FieldIx| edition.field(*field).label.as_str();
        let value = |field: &FieldIx, value: &Decimal| counted(*value, edition.field(*field).unit(*value));
        match self {
            QuoteReason::Printed => "sur devis.".to_string(),
            QuoteReason::OutOfRange(field, number) => {
                format!("sur devis, le catalogue n'a pas de prix pour {} ({}).", value(field, number), label(field))
            }
            QuoteReason::Kind(kind) => {
                format!("sur devis, le catalogue n'a pas de prix pour {}.", quoted(edition.kind_label(*kind)))
            }
            QuoteReason::Choice(field, answer) => {
                let answer = edition.field(*field).choices().get(usize::from(*answer));
                format!("sur devis pour {}.", quoted(answer.map_or("", |choice| choice.label.as_str())))
            }
            QuoteReason::TooMany(field, number, most) => {
                format!(
                    "sur devis, {} au lieu de {} au plus dans le catalogue.",
                    value(field, number),
                    value(field, most)
                )
            }
            QuoteReason::Membership(kind, Membership::Mutualised) => {
                format!(
                    "L'adhésion mutualisée est celle d'un EPCI, elle n'est pas proposée à {} : sur devis.",
                    quoted(edition.kind_label(*kind))
                )
            }
            QuoteReason::Membership(kind, _) => {
                format!(
                    "La participation individuelle est celle d'une commune, elle n'est pas proposée à {} : sur devis.",
                    quoted(edition.kind_label(*kind))
                )
            }
        }
    }
}

fn exact_bound(edition: &Edition, field: FieldIx, bound: Decimal, double: bool) -> String {
    let field = edition.field(field);
    let value = counted(bound, field.unit(bound));
    if double {
        format!(
            "Exactement {value} : le catalogue ne dit pas quelle classe s'applique, la classe supérieure est retenue."
        )
    } else {
        format!("Exactement {value} : la borne n'entre pas dans la classe inférieure, la classe supérieure s'applique.")
    }
}

fn limit(edition: &Edition, field: FieldIx, least: bool) -> String {
    let field = edition.field(field);
    match &field.kind {
        FieldKind::Number(NumberKind { min, max, .. }) => {
            let bound = if least { *min } else { *max };
            counted(bound, field.unit(bound))
        }
        FieldKind::Choice(_) => String::new(),
    }
}

fn decimals(edition: &Edition, field: FieldIx) -> String {
    match &edition.field(field).kind {
        FieldKind::Number(NumberKind { decimals: 0, .. }) => "un nombre entier est attendu, par exemple 12".to_string(),
        FieldKind::Number(NumberKind { decimals, .. }) => format!("{decimals} au plus"),
        FieldKind::Choice(_) => String::new(),
    }
}

fn span(years: u8) -> String {
    counted(years.into(), if years > 1 { "ans" } else { "an" })
}
