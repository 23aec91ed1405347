"""Controls that every screen is built from. Import from the module: `from app.ui.widgets.buttons import Button`."""
