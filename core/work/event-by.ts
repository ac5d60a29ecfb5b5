/** By whom an event of work is. */
import * as z from 'zod'

/**
 * `name` is null where the version before did not record who it was. `address` is that of the sign-in: events of before lack it, and so do those of
 * the command line.
 */
export const StaffSchema = z.object({ is: z.literal('staff'), name: z.string().nullable(), address: z.string().optional() })
export type EventStaff = Readonly<z.infer<typeof StaffSchema>>

/** system: with no member of staff between; a customer's answer or mail opens an item, or a campaign. */
export const BySchema = z.discriminatedUnion('is', [z.object({ is: z.literal('system') }), StaffSchema])
export type EventBy = Readonly<z.infer<typeof BySchema>>
