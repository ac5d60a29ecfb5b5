/** The security gate of `cdk synth`: the AwsSolutions rules of cdk-nag. An open finding fails the synth; an accepted one has a reason. */
import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'

export const addSecurityChecks = (app: App) => Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
