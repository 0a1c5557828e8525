//! The types of requests: `request!`.

/// Defines the request of an operation:
///
/// ```text
/// request! {
///     /// A request of `Client::list_images`.
///     ListImages: send -> ListImagesOutput, pages
/// }
/// ```
///
/// `send` is the method of [`Call`](super::call::Call) that reads the response. `pages` is for
/// responses that are a part of a list.
macro_rules! request {
    ($(#[$attr:meta])* $name:ident: $send:ident -> $response:ty $(, $more:ident)*) => {
        $(#[$attr])*
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct $name($crate::runtime::call::Call);

        impl $name {
            /// Sets the options of this call: timeouts, retries, headers.
            pub fn options(mut self, options: $crate::runtime::options::RequestOptions) -> Self {
                self.0.set_options(options);
                self
            }

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// See [`Error`](crate::Error).
            pub async fn send(
                self,
            ) -> $crate::runtime::error::Result<$crate::runtime::response::Response<$response>> {
                self.0.$send().await
            }

            $($crate::runtime::requests::request! { @$more $response })*
        }
    };
    (@pages $response:ty) => {
        /// Sends the request, and again for each further page.
        pub fn pages(self) -> $crate::runtime::pagination::Pages<$response> {
            $crate::runtime::pagination::Pages::new(self.0)
        }

        /// Sends the request, and again for each further page; gives the items of all of them.
        pub fn items(self) -> $crate::runtime::pagination::Items<$response> {
            $crate::runtime::pagination::Items::new(self.0)
        }
    };
}
pub(crate) use request;
