/// The screens.
