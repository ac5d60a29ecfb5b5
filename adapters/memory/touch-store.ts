/** Touches in memory. */
import { frozen } from '#adapters/memory/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { TouchStore } from '#app/ports.ts'
import { type Delivery, graverDelivery, type Touch } from '#core/planning/touch.ts'
