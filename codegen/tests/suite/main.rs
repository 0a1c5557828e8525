//! The generator by its public interface. `tests/README.md` says how a fixture is added.

mod circles;
mod codes;
mod compiles;
mod documents;
mod families;
mod features;
mod fixture;
mod graph;
mod hostile;
mod layers;
mod maps;
mod mutate;
mod names;
mod properties;
mod sizes;
mod snapshots;
mod taken_names;
mod tokens;
mod type_names;
mod vendors;
mod versions;
