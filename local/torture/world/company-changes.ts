/** The differences between the company under test and the company's own files. */

/** Stricter than the company's own files, so that the five campaigns meet the caps. */
export const COMPANY_CHANGES = {
  frequencyCaps: [
    { max: 3, hours: 168 },
    { max: 1, hours: 12 },
  ],
  daysBetweenOccasions: 0,
  // Bounces and complaints are wanted here; a campaign that pauses for them would leave nothing to check.
  mailHealth: { leastBounces: 1_000_000, leastComplaints: 1_000_000 },
}
