//! From the package's JSON to the texts of the committed files: the EPCI with a member in the Gironde, all
//! their communes, and the Gironde's communes that became part of another.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::files::Files;
use crate::tools::TERRITORY;

/// The département.
const GIRONDE: &str = "33";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Epci {
    code: String,
    nom: String,
    r#type: String,
    population_totale: u32,
    population_municipale: u32,
    membres: Vec<Member>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Member {
    code: String,
    siren: String,
    population_totale: u32,
    population_municipale: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Commune {
    code: String,
    nom: String,
    r#type: String,
    siren: Option<String>,
    codes_postaux: Option<Vec<String>>,
    chef_lieu: Option<String>,
}

/// The files that the package gives.
pub fn files() -> Result<Files> {
    let communes: Vec<Commune> = read("data/communes.json")?;
    of(&read::<Vec<Epci>>("data/epci.json")?, &communes)
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T> {
    let path = TERRITORY.file(name)?;
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not of the expected form", path.display()))
}

fn of(epcis: &[Epci], communes: &[Commune]) -> Result<Files> {
    let present: BTreeMap<&str, &Commune> =
        communes.iter().filter(|c| c.r#type == "commune-actuelle").map(|c| (c.code.as_str(), c)).collect();
    let (mut epci_lines, mut commune_lines) = (BTreeMap::new(), BTreeMap::new());
    for epci in epcis.iter().filter(|epci| epci.membres.iter().any(|member| member.code.starts_with(GIRONDE))) {
        let [total, municipal] = [epci.population_totale, epci.population_municipale].map(|number| number.to_string());
        epci_lines.insert(&epci.code, line(&[&epci.code, kind(epci)?, &epci.nom, &total, &municipal])?);
        for member in &epci.membres {
            let cells = commune(epci, member, &present)?;
            let twice = commune_lines.insert(&member.code, line(&cells.each_ref().map(String::as_str))?);
            ensure!(twice.is_none(), "{} is a member of two EPCI", member.code);
        }
    }
    let mut former_lines = BTreeMap::new();
    for former in communes.iter().filter(|c| matches!(c.r#type.as_str(), "commune-deleguee" | "commune-associee")) {
        let now = former.chef_lieu.as_deref().unwrap_or_default();
        if former.code.starts_with(GIRONDE) && present.get(now).is_none_or(|now| now.nom != former.nom) {
            former_lines.insert(&former.code, line(&[&former.code, &former.nom, now])?);
        }
    }
    Ok(Files {
        epci: text("siren;kind;name;total;municipal", epci_lines),
        communes: text("code;siren;name;postcodes;total;municipal;epci", commune_lines),
        former: text("code;name;commune", former_lines),
    })
}

/// The cells of a commune. Its name is that of the code officiel géographique: the DGCL writes one
/// otherwise.
fn commune(epci: &Epci, member: &Member, present: &BTreeMap<&str, &Commune>) -> Result<[String; 7]> {
    let Some(known) = present.get(member.code.as_str()) else {
        bail!("{} is a member of {} and no commune", member.code, epci.nom);
    };
    ensure!(known.siren.as_ref() == Some(&member.siren), "the two files give {} another SIREN", member.code);
    let mut postcodes = known.codes_postaux.clone().unwrap_or_default();
    postcodes.sort();
    Ok([
        member.code.clone(),
        member.siren.clone(),
        known.nom.clone(),
        postcodes.join(" "),
        member.population_totale.to_string(),
        member.population_municipale.to_string(),
        epci.code.clone(),
    ])
}

/// The engine's name for the kind of an EPCI.
fn kind(epci: &Epci) -> Result<&'static str> {
    match epci.r#type.as_str() {
        "CC" => Ok("cc"),
        "CA" => Ok("ca"),
        "METRO" => Ok("metropole"),
        other => bail!("{} is of an unknown type, `{other}`", epci.nom),
    }
}

/// Cells in a line; nothing of them is quoted.
fn line(cells: &[&str]) -> Result<String> {
    let odd = cells.iter().find(|cell| cell.contains([';', '\n', '\r']));
    ensure!(odd.is_none(), "`{}` cannot stand in a cell", odd.unwrap_or(&""));
    Ok(cells.join(";"))
}

/// A header, and lines in the order of their codes.
fn text(header: &str, lines: BTreeMap<&String, String>) -> String {
    lines.values().fold(format!("{header}\n"), |text, line| text + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const EPCI: &str = r#"[
        {"code": "2", "nom": "CC Loin", "type": "CC", "populationTotale": 1, "populationMunicipale": 1, "membres": [
            {"code": "40001", "siren": "40", "populationTotale": 1, "populationMunicipale": 1}]},
        {"code": "1", "nom": "CA Ici", "type": "CA", "populationTotale": 9, "populationMunicipale": 8, "membres": [
            {"code": "33002", "siren": "b", "populationTotale": 5, "populationMunicipale": 4},
            {"code": "24001", "siren": "a", "populationTotale": 4, "populationMunicipale": 4}]}]"#;
    const COMMUNES: &str = r#"[
        {"code": "24001", "nom": "A", "type": "commune-actuelle", "siren": "a", "codesPostaux": ["33220"]},
        {"code": "33002", "nom": "B", "type": "commune-actuelle", "siren": "b", "codesPostaux": ["33200", "33100"]},
        {"code": "33002", "nom": "B", "type": "commune-deleguee", "chefLieu": "33002"},
        {"code": "33003", "nom": "C", "type": "commune-associee", "chefLieu": "33002"},
        {"code": "24003", "nom": "D", "type": "commune-deleguee", "chefLieu": "24001"}]"#;

    fn made(epci: &str, communes: &str) -> Result<Files> {
        of(&serde_json::from_str::<Vec<Epci>>(epci)?, &serde_json::from_str::<Vec<Commune>>(communes)?)
    }

    #[test]
    fn the_gironde_and_its_neighbours_are_kept_in_order() {
        let files = made(EPCI, COMMUNES).unwrap();
        let lines = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&files.epci), ["1;ca;CA Ici;9;8"]);
        assert_eq!(lines(&files.communes), ["24001;a;A;33220;4;4;1", "33002;b;B;33100 33200;5;4;1"]);
        assert_eq!(lines(&files.former), ["33003;C;33002"]);
    }

    #[test]
    fn a_package_that_does_not_hold_together_is_refused() {
        let error = |epci: &str, communes: &str| format!("{:#}", made(epci, communes).unwrap_err());
        assert!(error(&EPCI.replace("\"b\"", "\"c\""), COMMUNES).contains("33002 another SIREN"));
        assert!(error(&EPCI.replace("24001", "24009"), COMMUNES).contains("24009 is a member of CA Ici"));
        assert!(error(&EPCI.replace("\"CA\"", "\"CU\""), COMMUNES).contains("`CU`"));
        assert!(error(&EPCI.replace("CA Ici", "CA;Ici"), COMMUNES).contains("`CA;Ici` cannot stand in a cell"));
        let twice = EPCI.replace("40001", "33002").replace("\"40\"", "\"b\"");
        assert!(error(&twice, COMMUNES).contains("33002 is a member of two EPCI"));
    }
}
