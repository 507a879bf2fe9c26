"""Laws: properties that an implementation's own answers must have, whatever the right answers are."""
