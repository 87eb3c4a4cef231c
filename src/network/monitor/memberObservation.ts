import type { Control, Observation } from '../../control/index.js';
import type { MemberReading, Reading } from '../optimizer/index.js';

/** One variable in the last step, as an observation of its own, its noise left open. */
export function memberObservation(reading: Reading, member: MemberReading): Observation {
  const group = reading.groups[member.group]!;
  // The group shares eta = eta_eff r^2, so each variable's own effective rate is eta / r_i^2.
  const learningRate = group.effectiveLearningRate * group.squaredRadius;
  const isWholeGroup = member.dimension === group.dimension;
  // Of several, none holds its own radius or effective rate: each is given the group's eta and pressure.
  const shared: Control = {
    protocol: 'fixedLearningRate',
    learningRate,
    weightDecay: group.pressure,
    momentum: group.control.momentum,
  };
  return {
    ...group,
    dimension: member.dimension,
    radius: Math.sqrt(member.squaredRadius),
    squaredRadius: member.squaredRadius,
    secondMoment: member.secondMoment,
    effectiveLearningRate: learningRate / member.squaredRadius,
    angle: member.angle,
    stepCorrelation: isWholeGroup ? group.stepCorrelation : null,
    control: isWholeGroup ? group.control : shared,
  };
}
