//! Smoke.

mod support;
use engine::request::Request;
#[test]
fn three() {
    let c = support::catalogue();
    let sealed = c.seal();
    println!("sealed {} bytes", sealed.len());
    assert_eq!(engine::Catalogue::unseal(&sealed).unwrap(), c);
    for json in [
        r#"{"kind":"commune","values":{"habitants":800,"budget":"650000","certificats":2,"sms":1000},"services":["rgpd","conges","certificat","alerte-sms"]}"#,
        r#"{"kind":"cc","membership":"mutualised","bodies":[{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":400},{"kind":"commune","inhabitants":299},{"kind":"commune","inhabitants":120}],"values":{"volume-territoire":1200,"rythme-informaticien":"jour-mois","communes-diagnostic":12,"offres":3},"services":["informaticien","telecom","telecom-appel-offre","telecom-offres"]}"#,
        r#"{"kind":"commune","values":{"habitants":12000,"agents":6,"tablettes":2,"utilisateurs":12},"services":["logilibre","opendispo","verbalisation","opendemande","opendemande-visas"]}"#,
    ] {
        let r: Request = serde_json::from_str(json).unwrap();
        let e = engine::estimate(&c, &r).unwrap();
        for l in e.lines() {
            println!("{} | {}", l.price.label, engine::explain::sentence(e.edition, l));
            for f in engine::explain::formula(e.edition, l) { println!("    {f}"); }
            for t in &l.thresholds { println!("    ~ {}", engine::explain::threshold(e.edition, l, t)); }
            for h in &l.hits { println!("    {} {}", e.edition.ledger_entry(h.entry).unwrap().id, engine::explain::hit(e.edition, h, e.years)); }
        }
        for r in &e.remarks { println!("REMARK {}", r.sentence(e.edition)); }
        println!("{:?}", e.by_year.iter().map(|t| t.outlay().euros().to_string()).collect::<Vec<_>>());
    }
}
