//! What of each type is sealed, in which order.

use super::{Input, Output, Sealed};
use crate::Money;
use crate::catalogue::*;
use alloc::string::String;

/// A type by its fields: those that price, and its words.
macro_rules! fields {
    ($type:ident { $($field:ident),* } $({ $($word:ident),* })?) => {
        impl Sealed for $type {
            fn put(&self, out: &mut Output) {
                $(self.$field.put(out);)*
                $($(out.word(&self.$word);)*)?
            }

            fn take(input: &mut Input<'_>) -> $type {
                $(let $field = Sealed::take(input);)*
                $($(let $word = input.word();)*)?
                $type { $($field,)* $($($word),*)? }
            }
        }
    };
}

/// A type around another.
macro_rules! around {
    ($($type:ident($make:expr, $open:expr)),*) => {$(
        impl Sealed for $type {
            fn put(&self, out: &mut Output) {
                $open(*self).put(out);
            }

            fn take(input: &mut Input<'_>) -> $type {
                $make(Sealed::take(input))
            }
        }
    )*};
}

/// A type by its variants, numbered in this order; unknown numbers are a fault and read as the first.
macro_rules! variants {
    ($type:ident { $first:ident $(($($head:ident),*))?, $($variant:ident $(($($inner:ident),*))?),* }) => {
        impl Sealed for $type {
            #[allow(unused_assignments, reason = "the last variant counts on for nobody")]
            fn put(&self, out: &mut Output) {
                let mut tag: u8 = 0;
                if let $type::$first $(($($head),*))? = self {
                    out.bytes.push(tag);
                    $($($head.put(out);)*)?
                }
                $(
                    tag = tag.saturating_add(1);
                    if let $type::$variant $(($($inner),*))? = self {
                        out.bytes.push(tag);
                        $($($inner.put(out);)*)?
                    }
                )*
            }

            #[allow(unused_assignments, reason = "the last variant counts on for nobody")]
            fn take(input: &mut Input<'_>) -> $type {
                let tag = input.byte();
                let mut known: u8 = 0;
                $(
                    known = known.saturating_add(1);
                    if tag == known {
                        $($(let $inner = Sealed::take(input);)*)?
                        return $type::$variant $(($($inner),*))?;
                    }
                )*
                if tag != 0 {
                    let () = input.fault();
                }
                $($(let $head = Sealed::take(input);)*)?
                $type::$first $(($($head),*))?
            }
        }
    };
}

fields!(Edition {
    id,
    valid_from,
    max_years,
    vat,
    kinds,
    families,
    offers,
    fields,
    scales,
    annexes,
    services,
    ledger,
    counting,
    membership,
    cover_ledger
} { title, publisher, act, reference, counting_source, cover_source });
fields!(Annexe { id } { name, title, short, note });
fields!(VatClass { id, rate, ledger } { label });
fields!(Kind { kind } { label });
fields!(LedgerEntry { id } { question, taken, other, touches });
fields!(CountingRule { of, from, ledger });
fields!(MembershipRules { mutualised, individual, ledger } { labels });
fields!(Field { id, kind, asked, optional, per_body, other } { label, help });
fields!(NumberKind { one, many, decimals, step, min, max });
fields!(Choice { id } { label });
fields!(OtherField { ledger, field });
fields!(Scale { id, columns, tree });
fields!(Bracket { field, bounds, inclusive, between, double, then });
fields!(Double { at, ledger });
fields!(KindArm { of, silent, then });
fields!(ChoiceArms { field, then });
fields!(Price { id, schedule, vat, rule, parts, readings } { label, detail, unit, column_notes, source });
fields!(Grid { rows, columns, cells });
fields!(Quantity { field, beyond, pack });
fields!(Part { amounts } { label });
fields!(Reading { ledger, effect });
fields!(Service { id, annexe, family, option_of, members, offers, limit, prices } { label, purpose, note });
fields!(Limit { field, scale, at_most } { label });
fields!(Family { id, group } { label });
fields!(Offer { id, family, outside, limit } { label });

around!(
    Percent(Percent, |Percent(rate)| rate),
    Limited(Limited, |Limited(most)| most),
    Money(Money::from_euros, Money::euros),
    FieldIx(FieldIx, |FieldIx(place)| place),
    LedgerIx(LedgerIx, |LedgerIx(place)| place),
    OfferIx(OfferIx, |OfferIx(place)| place),
    ScaleIx(ScaleIx, |ScaleIx(place)| place),
    ServiceIx(ServiceIx, |ServiceIx(place)| place)
);

variants!(BodyKind { Commune, Cc, Ca, Metropole, Syndicat, Ccas, Autre });
variants!(FieldKind { Number(number), Choice(answers) });
variants!(Derived { CountedBodies, CountedBodiesMunicipal });
variants!(Asked { Body, Membership, Service, Derived(how) });
variants!(PerBody { Inhabitants, Municipal });
variants!(Rule { Flat(amount), PerUnit(amount, quantity), Columns(scale, amounts, quantity), Grid(grid), Free(wording), Quote(wording) });
variants!(Schedule { Once, Yearly, FromYear2, EveryYears(years) });
variants!(ReadingEffect { Schedule(schedule), Omit });

impl Sealed for [String; 3] {
    fn put(&self, out: &mut Output) {
        self.iter().for_each(|text| text.put(out));
    }

    fn take(input: &mut Input<'_>) -> [String; 3] {
        [String::take(input), String::take(input), String::take(input)]
    }
}

/// By hand, for a node holds nodes.
impl Sealed for Node {
    fn put(&self, out: &mut Output) {
        let tag = match self {
            Node::Column(_) => 0,
            Node::Quote => 1,
            Node::Bracket(_) => 2,
            Node::Kinds(_) => 3,
            Node::Choice(_) => 4,
        };
        out.bytes.push(tag);
        match self {
            Node::Column(column) => column.put(out),
            Node::Quote => {}
            Node::Bracket(bracket) => bracket.put(out),
            Node::Kinds(arms) => arms.put(out),
            Node::Choice(arms) => arms.put(out),
        }
    }

    fn take(input: &mut Input<'_>) -> Node {
        if !input.down() {
            return Node::Quote;
        }
        let node = match input.byte() {
            0 => Node::Column(Sealed::take(input)),
            1 => Node::Quote,
            2 => Node::Bracket(Sealed::take(input)),
            3 => Node::Kinds(Sealed::take(input)),
            4 => Node::Choice(Sealed::take(input)),
            _ => {
                let () = input.fault();
                Node::Quote
            }
        };
        input.up();
        node
    }
}
