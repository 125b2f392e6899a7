export default {"land":"u_C27CKBCQTGAN","labels":[]};
