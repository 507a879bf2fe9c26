"""For maintainers: capturing what production answered, generating vectors from it, publishing and verifying."""
