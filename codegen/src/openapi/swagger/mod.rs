//! Swagger 2.0 as written, read into the objects that OpenAPI 3 has.
//!
//! What both versions have in common is read by the files of the folder above. Here stands what
//! Swagger writes in another way: bodies and forms among the parameters, media types for all
//! operations at once, types of parameters without a schema. The nodes of what is read are those of
//! the file as it was written, so that everybody who reports something points there.

mod body;
mod collection_format;
mod dispatch;
mod document;
mod facts;
mod families;
mod given;
mod operation;
mod parameter;
mod path_item;
mod refer;
mod response;
mod schema;
mod security;
mod server;
mod value;

pub(super) use dispatch::or_read;
pub(super) use document::description;
pub(super) use facts::SwaggerFacts;
