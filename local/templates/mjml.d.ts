/** The part of MJML 5 that the template compiler uses; the package has no types. */
declare module 'mjml' {
  interface MjmlOptions {
    readonly fonts?: Readonly<Record<string, string>>
    readonly validationLevel?: 'strict' | 'soft' | 'skip'
    readonly keepComments?: boolean
  }
  interface MjmlError {
    readonly line: number
    readonly message: string
    readonly tagName: string
  }
  interface MjmlResult {
    readonly html: string
    readonly errors: readonly MjmlError[]
  }
  export default function mjml2html(source: string, options?: MjmlOptions): Promise<MjmlResult>
}
