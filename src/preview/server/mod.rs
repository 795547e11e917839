//! HTTP over [`super::served::Served`]: artifacts of the plan, news, and a client that shows both.
