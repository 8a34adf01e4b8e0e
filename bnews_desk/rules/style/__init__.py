"""Group E: style, always outside what somebody says."""
