from app.ui.none_guard import guard_none

guard_none()
