/** The text of a field of a form that was sent; empty for one that was left out, or that holds a file or several values. */
export const formText =
  (form: Readonly<Record<string, unknown>>) =>
  (name: string): string => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
