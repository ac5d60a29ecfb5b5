/**
 * The compiled templates as one short text. They are nearly the same in every language and layout: packed they have a twentieth of the size, and the
 * size of a function counts at its cold start.
 */
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { type CompiledTemplates, CompiledTemplatesSchema } from '#web/rendering/compiled-template.ts'

export interface PackedTemplates {
  /** Brotli in base64. */
  readonly packed: string
}

export const packTemplates = (templates: CompiledTemplates): PackedTemplates => ({
  packed: brotliCompressSync(JSON.stringify(templates)).toString('base64'),
})

/** Throws when `packTemplates` did not make it. */
export const unpackTemplates = ({ packed }: PackedTemplates): CompiledTemplates =>
  CompiledTemplatesSchema.parse(JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString()))
