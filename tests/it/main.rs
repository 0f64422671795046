//! The integration tests, in one binary.

#![allow(clippy::unwrap_used, reason = "a helper of a test that fails is a test that fails")]

mod asked;
mod authoring;
mod check_command;
mod checks;
mod ci;
mod cli_reference;
mod commands;
mod damage;
mod data_model;
mod data_schema;
mod dataset;
mod docs;
mod draw;
mod explain;
mod export;
mod files;
mod gallery;
mod golden;
mod imports;
mod limits;
mod messages;
mod questions;
mod real_data;
mod recipe;
mod schemas;
mod support;
mod surroundings;
mod tidy;
