/** Where the project and its campaigns lie. */
import { resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '..')
export const CAMPAIGNS = resolve(PROJECT, 'campaigns')
