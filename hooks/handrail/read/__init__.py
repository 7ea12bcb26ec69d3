"""Text in, records out. Readers never judge and never raise on what a writer wrote: what they
cannot read they keep, with its place, as `Unread`, and a rule reports it."""
