/** Files of cases in memory keep the promises of their port. */
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { caseFilesContract } from '#test/contract/case-files.contract.ts'

caseFilesContract(async () => memoryCaseFiles())
