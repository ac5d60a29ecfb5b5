/**
 * The compiled templates as one short text. They say nearly the same in every language and layout: packed they are a twentieth, and what a
 * function carries counts at its cold start.
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

/** Throws when it is not what `packTemplates` made. */
export const unpackTemplates = ({ packed }: PackedTemplates): CompiledTemplates =>
  CompiledTemplatesSchema.parse(JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString()))
