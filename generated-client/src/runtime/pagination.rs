// @generated: part of the runtime that the generator copies. Do not edit.

//! Lists that a service returns in pages.

use std::collections::HashSet;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::call::Call;
use super::error::{Error, ErrorKind, Result};
use super::response::{Response, Sending};

/// A response that is a part of a list.
pub trait Page: DeserializeOwned + Send + 'static {
    /// An element of the list.
    type Item: Send + 'static;

    /// The place of the cursor in the request for the next page.
    const CURSOR: Cursor;

    /// The cursor of the next page, `None` if this is the last.
    fn next(&self) -> Option<String>;

    /// The elements of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

/// The place of a cursor in a request, by its name in the description.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Cursor {
    /// A query parameter.
    Query(&'static str),
    /// A member of the JSON body that is a text.
    Body(&'static str),
    /// A member of the JSON body that is a number.
    BodyNumber(&'static str),
}

/// The number of the page after `page`, where pages are numbered from 1 and hold `size` of `total`
/// items; `None` if it would be empty.
pub fn next_page(page: i64, size: i64, total: i64) -> Option<String> {
    (size > 0 && page.saturating_mul(size) < total).then(|| page.saturating_add(1).to_string())
}

/// The pages of a list, each requested when it is needed.
///
/// A [`Stream`] of [`Response`]s, each with the identifier of its request. It ends after the last page
/// or after the first error, but [`resume`](Self::resume) goes on after one. A server that returns the
/// same cursor twice would keep the client asking forever: that is an error.
pub struct Pages<P> {
    state: PagesState<P>,
    seen: HashSet<String>,
    /// The cursor of the page that comes next, or that failed.
    cursor: Option<String>,
    /// The request that failed.
    failed: Option<Call>,
}

enum PagesState<P> {
    Idle(Call),
    Sending(Call, Sending<Response<P>>),
    Failed(Error),
    Done,
}

impl<P: Page> Pages<P> {
    /// The pages that `first` begins with.
    #[doc(hidden)]
    pub fn new(first: Call) -> Self {
        Self { state: PagesState::Idle(first), seen: HashSet::new(), cursor: None, failed: None }
    }

    /// Begins with the page of this cursor in place of the first: what [`cursor`](Self::cursor)
    /// returned, maybe in another process.
    #[must_use]
    pub fn starting_at(mut self, cursor: impl Into<String>) -> Self {
        let cursor = cursor.into();
        if let PagesState::Idle(call) = self.state {
            self.seen.insert(cursor.clone());
            self.state = PagesState::Idle(with_cursor(call, P::CURSOR, &cursor));
            self.cursor = Some(cursor);
        }
        self
    }

    /// The cursor of the page that comes next, or of the one that failed. There is none before the
    /// first page and after the last.
    pub fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    /// After an error, asks for the page again that failed: no page is left out, and none comes twice.
    /// Returns whether there is such a page.
    pub fn resume(&mut self) -> bool {
        match self.failed.take() {
            Some(call) => {
                self.state = PagesState::Idle(call);
                true
            }
            None => false,
        }
    }

    /// The next page, `None` after the last.
    ///
    /// # Errors
    ///
    /// Returns the errors of the operation. No page follows an error, but see
    /// [`resume`](Self::resume).
    pub async fn try_next(&mut self) -> Result<Option<Response<P>>> {
        let page = poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await;
        page.transpose()
    }

    /// What comes after `page`.
    fn after(&mut self, call: Call, page: &P) -> PagesState<P> {
        self.cursor = page.next();
        let Some(cursor) = self.cursor.clone() else {
            return PagesState::Done;
        };
        if !self.seen.insert(cursor.clone()) {
            let message = "the service gave the cursor of the next page for the second time";
            let error = Error::new(ErrorKind::Decode, message);
            return PagesState::Failed(error.for_operation(call.operation.id));
        }
        PagesState::Idle(with_cursor(call, P::CURSOR, &cursor))
    }
}

/// The request for the page of a cursor.
fn with_cursor(call: Call, place: Cursor, cursor: &str) -> Call {
    match place {
        Cursor::Query(name) => call.query(name, cursor),
        Cursor::Body(name) => call.body_field(name, cursor),
        Cursor::BodyNumber(name) => {
            call.body_field(name, &cursor.parse::<i64>().unwrap_or(i64::MAX))
        }
    }
}

impl<P: Page> Stream for Pages<P> {
    type Item = Result<Response<P>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut self.state, PagesState::Done) {
                PagesState::Done => return Poll::Ready(None),
                PagesState::Failed(error) => return Poll::Ready(Some(Err(error))),
                PagesState::Idle(call) => {
                    let response = call.clone().send();
                    self.state = PagesState::Sending(call, response);
                }
                PagesState::Sending(call, mut response) => {
                    let Poll::Ready(response) = Pin::new(&mut response).poll(context) else {
                        self.state = PagesState::Sending(call, response);
                        return Poll::Pending;
                    };
                    match &response {
                        Ok(page) => self.state = self.after(call, page.body()),
                        Err(_) => self.failed = Some(call),
                    }
                    return Poll::Ready(Some(response));
                }
            }
        }
    }
}

impl<P> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let call = match &self.state {
            PagesState::Idle(call) | PagesState::Sending(call, _) => Some(call),
            PagesState::Failed(_) | PagesState::Done => None,
        };
        f.debug_struct("Pages").field("call", &call).finish_non_exhaustive()
    }
}

/// The elements of a list, its pages asked for when they are wanted.
///
/// A [`Stream`] of elements; it ends after the last one, or after the first error, but
/// [`resume`](Self::resume) goes on after one.
pub struct Items<P: Page> {
    pages: Pages<P>,
    items: vec::IntoIter<P::Item>,
}

impl<P: Page> Items<P> {
    /// The elements of the pages that `first` begins with.
    #[doc(hidden)]
    pub fn new(first: Call) -> Self {
        Self { pages: Pages::new(first), items: Vec::new().into_iter() }
    }

    /// Begins with the page of this cursor in place of the first, see [`Pages::starting_at`].
    #[must_use]
    pub fn starting_at(mut self, cursor: impl Into<String>) -> Self {
        self.pages = self.pages.starting_at(cursor);
        self
    }

    /// After an error, goes on where it was: no element is left out, and none comes twice. Returns
    /// whether there is anything to go on with.
    pub fn resume(&mut self) -> bool {
        self.pages.resume()
    }

    /// The next elements, at most this many: fewer only at the end of the list.
    ///
    /// # Errors
    ///
    /// Returns the errors of the operation. Elements that were read before are not lost: they come
    /// next.
    pub async fn collect_up_to(&mut self, most: usize) -> Result<Vec<P::Item>> {
        let mut items = Vec::new();
        while items.len() < most {
            match self.try_next().await {
                Ok(Some(item)) => items.push(item),
                Ok(None) => break,
                Err(error) => {
                    // An error comes where no element is left.
                    self.items = items.into_iter();
                    return Err(error);
                }
            }
        }
        Ok(items)
    }

    /// The next element, `None` after the last.
    ///
    /// # Errors
    ///
    /// Returns the errors of the operation. No element follows an error, but see
    /// [`resume`](Self::resume).
    pub async fn try_next(&mut self) -> Result<Option<P::Item>> {
        let item = poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await;
        item.transpose()
    }
}

// No element is pinned, whatever its type.
impl<P: Page> Unpin for Items<P> {}

impl<P: Page> Stream for Items<P> {
    type Item = Result<P::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.items = page.into_body().into_items().into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Page> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("buffered", &self.items.len())
            .finish()
    }
}
