/** Facts in memory keep the promises of the port. */
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { factStoreContract } from '#test/contract/fact-store.contract.ts'

factStoreContract(async () => memoryFactStore())
