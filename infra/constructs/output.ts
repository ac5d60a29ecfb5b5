/** A value that the operator reads after a deployment, under exactly this name: outputs sit on the stack, not inside a construct. */
import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** `variable`: the environment variable in which the `care` command expects the value. */
export function output(
  scope: Construct,
  name: string,
  { value, variable }: { readonly value: string; readonly variable?: string },
): void {
  new CfnOutput(Stack.of(scope), name, { value, ...(variable && { description: variable }) })
}
