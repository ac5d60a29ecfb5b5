/** The gate of `cdk synth`: the AwsSolutions rules of cdk-nag. An open finding makes synth fail; an acknowledged one has a reason. */
import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { IConstruct } from 'constructs'

export const addSecurityChecks = (app: App) => Validations.of(app).addPlugins(new AwsSolutionsChecks(app))

/** Accepts one finding on one construct, for a reason that a reviewer can judge. */
export const acceptFinding = (on: IConstruct, finding: { readonly rule: string; readonly because: string }) =>
  Validations.of(on).acknowledge({ id: finding.rule, reason: finding.because })
