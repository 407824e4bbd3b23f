const groups = { indicator: '指标', project: '工程', task: '任务' };

/** Words of the draft of a midterm assessment. */
export const midterm = {
  title: (document: string) => `《${document}》中期评估（初稿）`,
  groups,
  summary: (
    summary: {
      tasks: number;
      groups: readonly { group: keyof typeof groups; tasks: number }[];
      statuses: readonly { status: string; tasks: number }[];
      overdue: number;
      silent: number;
      lost: number;
    },
    status: (status: string) => string,
  ) => {
    const items = (name: string, tasks: number) => `${name} ${tasks} 项`;
    const sorted = summary.groups.map(({ group, tasks }) => items(groups[group], tasks));
    const states = summary.statuses.map((one) => items(status(one.status), one.tasks));
    const remarks = [
      ...(summary.overdue > 0 ? [items('逾期', summary.overdue)] : []),
      ...(summary.silent > 0 ? [items('推进中尚无进展记录', summary.silent)] : []),
      ...(summary.lost > 0 ? [items('条款失联', summary.lost)] : []),
    ];
    const needing = remarks.length > 0 ? `其中${remarks.join('、')}。` : '';
    return `列入台账的 ${summary.tasks} 项中，${sorted.join('、')}；按状态，${states.join('、')}。${needing}`;
  },
  endNote:
    '注：本稿由台账汇总，每项任务列一次，序号按条款在规划中的次序。分类只依据条款标题和所引原文的用语：写明指标、比率或要达到的数值的为指标，写明工程、行动计划、建设项目等的为工程，其余为任务。“存在问题”只列台账已有的事实，空白处请补充。',
  state: (status: string, completion: string) => `${status}，完成度 ${completion}`,
  silent: '尚无进展记录',
  lost: '条款失联，原文待核对',
  due: (day: string) => `完成时限 ${day}`,
};
