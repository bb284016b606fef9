//! Annexe 2: Opendemande and its options.

use crate::ask::{Ask, by, opendemande};
use crate::check::check;
use engine::catalogue::BodyKind::{Autre, Ca, Cc, Ccas, Commune, Metropole, Syndicat};

pub const CLASS_1: &str = "opendemande-installation 1150, opendemande-formation 850, opendemande-abonnement 884.16";
pub const CLASS_2: &str = "opendemande-installation 1920, opendemande-formation 1600, opendemande-abonnement 1362.91";
pub const CLASS_3: &str = "opendemande-installation 3050, opendemande-formation 2350, opendemande-abonnement 2141.66";

#[test]
fn opendemande_by_inhabitants_of_a_commune_and_of_the_bodies_read_like_one() {
    for kind in [Commune, Syndicat, Ccas, Autre] {
        check(
            |inhabitants: &str| opendemande(kind, inhabitants),
            &[
                ("1", CLASS_1),
                ("3499", CLASS_1),
                ("3500", CLASS_2),
                ("3501", CLASS_2),
                ("9999", CLASS_2),
                ("10000", CLASS_3),
                ("10001", CLASS_3),
                ("500000", CLASS_3),
            ],
        );
    }
}

#[test]
fn opendemande_of_an_epci_whatever_its_inhabitants() {
    for inhabitants in ["1000", "3500", "9999", "10000", "10001", "800000"] {
        assert_eq!(opendemande(Cc, inhabitants).told(), CLASS_2, "{inhabitants}");
        assert_eq!(opendemande(Ca, inhabitants).told(), CLASS_3, "{inhabitants}");
        assert_eq!(opendemande(Metropole, inhabitants).told(), CLASS_3, "{inhabitants}");
    }
    let unknown = |kind| by(kind).with("utilisateurs", "1").wants("opendemande").told();
    assert_eq!(unknown(Cc), CLASS_2);
    assert_eq!(unknown(Ca), CLASS_3);
    assert_eq!(unknown(Metropole), CLASS_3);
}

#[test]
fn opendemande_by_users() {
    let classes = [("3499", CLASS_1, 5), ("9999", CLASS_2, 8), ("10000", CLASS_3, 15)];
    for (inhabitants, expected, most) in classes {
        let asked = |users: i32| opendemande(Commune, inhabitants).with("utilisateurs", &users.to_string()).told();
        assert_eq!(asked(most - 1), expected);
        assert_eq!(asked(most), expected);
        assert_eq!(asked(most + 1), "opendemande on quote");
        assert_eq!(asked(10 * most), "opendemande on quote");
    }
}

#[test]
fn opendemande_options_by_class() {
    let class_1 = "iparapheur-connecteur 145.83, iparapheur-maintenance 51.67, \
                   visas-workflows 480, visas-formation 850, visas-maintenance 95, \
                   vip-parametrage 225, vip-teleformation 360, vip-maintenance 55, ldap-connecteur 560";
    let class_2 = "iparapheur-connecteur 145.83, iparapheur-maintenance 63.33, \
                   visas-workflows 795, visas-formation 850, visas-maintenance 233.33, \
                   vip-parametrage 760, vip-teleformation 360, vip-maintenance 130, ldap-connecteur 560";
    let class_3 = "iparapheur-connecteur 145.83, iparapheur-maintenance 95.83, \
                   visas-workflows 1110, visas-formation 850, visas-maintenance 345, \
                   vip-parametrage 760, vip-teleformation 360, vip-maintenance 185, ldap-connecteur 560";
    let options = |ask: Ask| {
        let modules = ["opendemande-iparapheur", "opendemande-visas", "opendemande-vip", "opendemande-ldap"];
        modules.iter().fold(ask, |ask, module| ask.wants(module))
    };
    for kind in [Commune, Syndicat, Ccas, Autre] {
        check(
            |inhabitants: &str| options(by(kind).with("habitants", inhabitants)),
            &[
                ("3499", class_1),
                ("3500", class_2),
                ("3501", class_2),
                ("9999", class_2),
                ("10000", class_3),
                ("10001", class_3),
            ],
        );
    }
    assert_eq!(options(by(Cc)).told(), class_2);
    assert_eq!(options(by(Ca)).told(), class_3);
    assert_eq!(options(by(Metropole)).told(), class_3);
}

#[test]
fn opendemande_training_by_quantity() {
    let days = |days: &str| by(Commune).with("jours-formation", days).wants("opendemande-formation-site");
    check(days, &[("1", "opendemande-formation-jour 850 × 1"), ("2", "opendemande-formation-jour 850 × 2")]);
    let remote = |sessions: &str| by(Commune).with("teleformations", sessions).wants("opendemande-teleformation");
    check(remote, &[("1", "opendemande-teleformation-4h 360 × 1"), ("3", "opendemande-teleformation-4h 360 × 3")]);
}
