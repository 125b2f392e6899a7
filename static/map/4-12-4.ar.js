export default ["كراسنويارسك"];
