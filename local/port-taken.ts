/** For a server that takes any free port when another program uses the requested one. */
export const unlessTaken = (error: unknown): undefined => {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
}
