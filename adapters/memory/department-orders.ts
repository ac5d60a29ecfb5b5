/** Orders to tell departments in memory, counted for a test to look at. */
import type { DepartmentOrders } from '#app/ports/questions.ts'

export interface MemoryDepartmentOrders extends DepartmentOrders {
  readonly ordered: () => number
}

export function memoryDepartmentOrders(): MemoryDepartmentOrders {
  let orders = 0
  return {
    tellDepartments: async () => {
      orders++
    },
    ordered: () => orders,
  }
}
