/** What a page for customers, shops and departments may load: its own style; and only where it says so a script, and only ours. */
export const pagePolicy = ({ hasScript = false }: { readonly hasScript?: boolean } = {}): string =>
  `default-src 'none'; ${hasScript ? "script-src 'self'; " : ''}style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
