/** The second equation of an occurrence: what became of everybody whom it handed to the desk. */
import { type HandedPorts, handedTasks } from '#app/desk/handed-tasks.ts'
import { addDeskBalances, type DeskBalance, deskBalance, NOTHING_HANDED } from '#core/work/desk-balance.ts'

export async function drawDeskBalance(ports: HandedPorts, occurrenceId: string): Promise<DeskBalance> {
  let whole: DeskBalance = NOTHING_HANDED
  for await (const { handed, tasks } of handedTasks(ports, occurrenceId))
    whole = addDeskBalances(whole, deskBalance(handed, tasks))
  return whole
}
