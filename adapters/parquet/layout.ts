/** Where the files of facts lie: as Athena and DuckDB look for a table that has a partition for each day. Plain data, shared with the infrastructure. */
import type { FactKind } from '#core/facts/fact-tables.ts'

/** In the bucket, before every key. */
export const FACTS_PREFIX = 'facts/'

const FACT_FILE = 'facts.parquet'

/** `day` may also be the name that Athena puts the day for. */
export const dayFolder = (kind: FactKind, day: string): string => `${kind}/day=${day}/`
export const factKey = (kind: FactKind, day: string): string => `${dayFolder(kind, day)}${FACT_FILE}`
