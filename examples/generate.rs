//! Writes an invented data set: `cargo run --example generate -- DIRECTORY [RELATIONS] [FILES]`.

#[path = "../benches/support/generate.rs"]
mod generate;

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let mut args = env::args_os().skip(1);
    let Some(root) = args.next().map(PathBuf::from) else {
        return Err(io::Error::other("usage: generate DIRECTORY [RELATIONS] [FILES]"));
    };
    let mut number = |default: usize| {
        let given = args.next();
        given.map_or(Ok(default), |text| {
            let text = text.to_string_lossy().into_owned();
            text.parse()
                .map_err(|_| io::Error::other(format!("`{text}` is no number")))
        })
    };
    let (relations, files) = (number(100_000)?, number(1_000)?);
    for (path, text) in generate::data_set(relations, files) {
        let path = root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}
