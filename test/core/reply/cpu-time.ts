/** Milliseconds of this process's own work since then: on a busy machine the clock on the wall tells of others' work too. */

export function cpuTimer(): () => number {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  }
}
