/** Parts of ECharts that register themselves when they are imported; it has no types for them. */
declare module "echarts/lib/chart/bar" {}
declare module "echarts/lib/chart/custom" {}
declare module "echarts/lib/chart/line" {}
declare module "echarts/lib/component/gridSimple" {}
