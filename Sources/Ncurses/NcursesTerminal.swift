/// The one real terminal.
