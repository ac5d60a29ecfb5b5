/** Accepts one finding of the security checks on one construct, with a reason that a reviewer can judge. */
import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

export const acceptFinding = (on: IConstruct, finding: { readonly rule: string; readonly because: string }) =>
  Validations.of(on).acknowledge({ id: finding.rule, reason: finding.because })
