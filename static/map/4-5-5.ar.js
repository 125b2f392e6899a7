export default ["هاليفاكس"];
