# Names that can look like those of others.

name-doubt = Mind the name { $name }: it has characters that look like others or that you do not see: { $characters }. Check that this is the lender you mean.
name-character = { $character } (U+{ $code })
