export default {"land":"giE_BAgkE_jEAA_jE","labels":[]};
