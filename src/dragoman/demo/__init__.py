"""Pages of invented outlets about real meetings, for `dragoman demo`."""
