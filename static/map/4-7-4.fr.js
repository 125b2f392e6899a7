export default ["Islande",""];
