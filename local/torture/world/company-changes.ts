/** Where the company under test differs from the company's own files. */

/** Stricter than the company's own files, so that the five campaigns meet the caps. */
export const COMPANY_CHANGES = {
  frequencyCaps: [
    { max: 3, hours: 168 },
    { max: 1, hours: 12 },
  ],
  daysBetweenOccasions: 0,
  // Bounces and complaints are wanted here, and a campaign that stops itself for them would leave nothing to look at.
  mailHealth: { leastBounces: 1_000_000, leastComplaints: 1_000_000 },
}
